path=/api/v1/users/discord/123456789012345678/progress/collection-challenges
# Recommended:
curl -H "x-gft-api-key: $GIFTOIN_API_KEY" "https://api.giftoin.org$path"
# Equal:
curl -H "gft-api-key: $GIFTOIN_API_KEY" "https://api.giftoin.org$path"
# Equal, but some proxies drop it:
curl -H "x-gft_api_key: $GIFTOIN_API_KEY" "https://api.giftoin.org$path"
