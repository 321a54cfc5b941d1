s|RCPTへの応答です。|RCPTに対するRCPTの応答です。|
