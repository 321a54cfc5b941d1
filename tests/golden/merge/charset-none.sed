/^"Content-Type/d
