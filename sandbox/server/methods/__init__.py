"""The Bot API methods the sandbox serves: a strict model and a function for each."""
