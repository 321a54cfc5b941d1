/extend reply="554"/,/<.extend>/{
/<title>/,/<.meaning>/d
s|</extend>|  <phrase where="reply" source="x"><match>nothing of that kind</match><example>nothing of that kind</example></phrase>\n  </extend>|
}
