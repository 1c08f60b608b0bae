"""Where a file can be fetched: getFile."""

from sandbox.server.errors import bad_request
from sandbox.server.methods.base import Call
from sandbox.server.wire import Json, WireModel


class GetFile(WireModel):
    """Parameters of getFile."""

    file_id: str


async def get_file(call: Call, given: GetFile) -> Json:
    """The path under which the file route serves it."""
    found = call.sandbox.files.find(call.bot.id, given.file_id)
    if found is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    _, size = found
    return {
        "file_id": given.file_id,
        "file_unique_id": size.unique_id,
        "file_size": len(size.content),
        "file_path": size.path,
    }
