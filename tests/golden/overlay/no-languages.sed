/<languages>/,/<.languages>/d
