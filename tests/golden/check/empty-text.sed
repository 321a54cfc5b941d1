s|>The message came round again.<|><|
