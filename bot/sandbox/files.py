"""Files people and the bot have sent, and the media objects made of them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from bot.sandbox.messages import Media
from bot.sandbox.refusals import Json, bad_request

# A whole 1×1 JPEG, so that what a bot downloads is a picture.
PICTURE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/"
    "yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
)
DOWNLOAD_LIMIT = 20 * 1024 * 1024
NAMES = {
    "photo": "Photo",
    "voice": "VoiceNote",
    "video": "Video",
    "document": "Document",
    "audio": "Audio",
    "animation": "Animation",
}
_ENDINGS = {
    "photo": "jpg",
    "voice": "oga",
    "video": "mp4",
    "document": "bin",
    "audio": "mp3",
    "animation": "mp4",
}
_FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "video": "videos",
    "document": "documents",
    "audio": "music",
    "animation": "animations",
}
_TYPES = {
    "voice": "audio/ogg",
    "video": "video/mp4",
    "document": "application/octet-stream",
    "audio": "audio/mpeg",
}


class Upload(bytes):
    """Bytes with the name their sender gave the file."""

    name: str = ""

    @classmethod
    def named(cls, name: str, content: bytes) -> Upload:
        """`content`, remembered as the file `name`."""
        upload = cls(content)
        upload.name = name
        return upload


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file on Telegram's side."""

    id: str
    unique_id: str
    kind: str
    path: str
    name: str
    content: bytes


class Files:
    """All files, by id and by download path."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def __iter__(self) -> Iterator[StoredFile]:
        """All there are, the oldest first."""
        return iter([*self._by_id.values()])

    def keep(self, kind: str, content: bytes) -> StoredFile:
        """Store one file."""
        number = next(self._numbers)
        name = content.name if isinstance(content, Upload) else ""
        path = f"{_FOLDERS[kind]}/file_{number}.{_ENDINGS[kind]}"
        stored = StoredFile(f"SBX-{kind}-{number:06d}", f"SBXU{number:06d}", kind, path, name, bytes(content))
        self._by_id[stored.id] = self._by_path[path] = stored
        return stored

    def find(self, file_id: str, kind: str | None = None) -> StoredFile:
        """The file of that id, refused if there is none or it is of another kind."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if kind and stored.kind != kind:
            raise bad_request(f"can't use file of type {NAMES[stored.kind]} as {NAMES[kind]}")
        return stored

    def download(self, path: str) -> bytes | None:
        """The bytes behind a download path."""
        stored = self._by_path.get(path)
        return stored.content if stored else None


def as_media(stored: StoredFile) -> Media:
    """The media object a message carries for this file."""
    file: Json = {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}
    content: Any
    if stored.kind == "photo":
        content = [{**file, "width": 1280, "height": 960}]
    elif stored.kind in ("video", "animation"):
        content = {**file, "width": 1280, "height": 720, "duration": 5, "mime_type": "video/mp4"}
    elif stored.kind == "document":
        content = {**file, "file_name": stored.name or "file.bin", "mime_type": _TYPES["document"]}
    else:
        content = {**file, "duration": 5, "mime_type": _TYPES[stored.kind]}
    return Media(stored.kind, content, stored.id)
