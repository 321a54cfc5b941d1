s|<example>554 5.4.6 account closed.*|<example>554 5.4.6 account open</example>|
