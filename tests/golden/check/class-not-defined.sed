s|classes-met="2"|classes-met="4"|;s| statuses="2.4.6"||
