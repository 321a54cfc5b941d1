s|The message came round again|=HYPERLINK("https://example.com")|
