s|classes="5"|classes=""|
