/too-many-hops" number/,/<\/notice>/{/<action/,/<\/action>/d}
