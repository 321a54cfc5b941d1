s|classes-met="2"|classes-met="2 5"|
