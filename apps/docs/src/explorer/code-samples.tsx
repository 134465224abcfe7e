import { type OperationId, productionOrigin } from '@giftoin/types';
import { createRequestSample, sampleLanguages } from '../samples/create-request-sample.ts';
import { CopyButton } from './copy-button.tsx';
import type { ExplorerProps } from './explorer-props.ts';
import { pickParameters } from './send-request.ts';
import { TabList } from './tab-list.tsx';

/** The same request as code. */
export function CodeSamples({ explorer }: ExplorerProps) {
  const { state, controller } = explorer;
  const { settings, view } = state;
  const { language, isProduction } = view;
  const sample = createRequestSample(language, {
    operationId: settings.operationId as OperationId,
    parameters: pickParameters(settings),
    origin: isProduction ? productionOrigin : settings.url,
    apiKeyHeader: settings.apiKeyHeader,
    apiKey: isProduction ? undefined : controller.getPublicApiKey(settings.keyName),
  });
  return (
    <section class="panel samples" aria-labelledby="samples-heading">
      <header>
        <h2 id="samples-heading">The same request as code</h2>
        <CopyButton text={sample} label={`the ${sampleLanguages[language]} code`} explorer={explorer} />
      </header>
      <TabList
        tabs={sampleLanguages}
        selected={language}
        panelId="sample"
        label="Language"
        onSelect={(name) => controller.changeView({ language: name })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it, only a mouse can scroll */}
      <div class="scroll" id="sample" role="tabpanel" tabIndex={0} aria-labelledby={`sample-${language}`}>
        <pre>{sample}</pre>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={isProduction}
          onChange={({ currentTarget }) => controller.changeView({ isProduction: currentTarget.checked })}
        />
        For production, with the API key from the environment
      </label>
    </section>
  );
}
