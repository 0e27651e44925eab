"""One module a command group; each is imported only when its verb is called."""
