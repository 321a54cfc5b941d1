s|RCPTへの応答です。250と|応答RCPTed。250と|
