/too-many-hops" number/,/<\/notice>/{/<cause>/,/<\/action>/d}
