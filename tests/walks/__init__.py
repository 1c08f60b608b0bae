"""People who wander about in the chat without a plan, and what must hold wherever they go."""
