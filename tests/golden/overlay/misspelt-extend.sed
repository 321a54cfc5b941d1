/extend notice/,/<.extend>/s|extend\([ >]\)|extends\1|
