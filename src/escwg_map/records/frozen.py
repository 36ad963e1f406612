"""What is common to all that Pydantic checks."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Never changed once it is made.

    What checks a model, and what writes it, is made when it is first needed: a server starts with
    seventy models, and needs few of them for themselves.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)
