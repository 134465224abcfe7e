"""Prints the progress of a user in all collections. For Python 3.9 and newer."""

import http.client
import json
import os
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ORIGIN = "https://api.giftoin.org"
LONGEST_WAIT = 60  # seconds


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """urllib would send the API key to the target of a redirect."""

    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(NoRedirects)


def list_progress(platform: str, platform_user_id: str, attempts: int = 3) -> list:
    parts = (platform, platform_user_id)
    user = "/".join(urllib.parse.quote(part, safe="") for part in parts)
    request = urllib.request.Request(
        f"{ORIGIN}/api/v1/users/{user}/progress/collection-challenges",
        headers={"x-gft-api-key": os.environ["GIFTOIN_API_KEY"]},
    )
    for attempt in range(1, attempts + 1):
        try:
            with opener.open(request, timeout=10) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            wait = float(error.headers.get("Retry-After", 0))
            # A 4xx except 429 fails again. All others can pass.
            is_final = error.code < 500 and error.code != 429
            if is_final or attempt == attempts or wait > LONGEST_WAIT:
                raise RuntimeError(describe(error)) from None
        except (OSError, http.client.HTTPException):
            # No response in time, or only a part of it.
            wait = 0
            if attempt == attempts:
                raise
        # A random time, so that not all programs return at once.
        time.sleep(max(wait, random.uniform(0, 2**attempt)))


def describe(error: urllib.error.HTTPError) -> str:
    try:
        status = json.load(error)["status"]
        return f"{error.code} ({status['errorCode']}): {status['errorMessage']}"
    except (ValueError, KeyError, TypeError):
        return f"{error.code}: {error.reason}"


if __name__ == "__main__":
    # The ID of a user is a string.
    for program in list_progress("discord", sys.argv[1]):
        print(f"{program['name']}: {program['progressInPercentage']} %")
