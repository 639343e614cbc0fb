"""Writes and rereads .dlm files: the safetensors layout, with offsets at multiples of 64 and checksums of the data and of the header.

    8 bytes   length of the header, little-endian
    header    JSON: name -> {dtype, shape, data_offsets}, and __metadata__; padded with spaces
    data      the tensors, back to back; U8 tensors named pad.N fill the gaps, since the format forbids holes
"""
import hashlib
import json
import struct

import numpy
import xxhash

ALIGNMENT = 64
BLANK = "0" * 16  # stands for the header's checksum while it is computed
DTYPES = {"float32": "F32", "float16": "F16", "uint8": "U8", "uint32": "U32", "uint64": "U64"}


def text_tensor(text):
    return numpy.frombuffer(text.encode("utf-8"), dtype=numpy.uint8)


def json_tensor(value):
    return text_tensor(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def write(path, tensors, metadata):
    """Writes name -> array `tensors` and the string map `metadata` to `path`."""
    entries, data, fillers = {}, bytearray(), 0
    for name, array in tensors.items():
        array = numpy.ascontiguousarray(array)
        begin = len(data)
        data += array.astype(array.dtype.newbyteorder("<")).tobytes()
        entries[name] = {"dtype": DTYPES[array.dtype.name], "shape": list(array.shape),
                         "data_offsets": [begin, len(data)]}
        gap = -len(data) % ALIGNMENT
        if gap:
            entries[f"pad.{fillers}"] = {"dtype": "U8", "shape": [gap], "data_offsets": [len(data), len(data) + gap]}
            data += bytes(gap)
            fillers += 1
    metadata = dict(metadata, content_sha256=hashlib.sha256(data).hexdigest(),
                    content_xxh3=xxhash.xxh3_64_hexdigest(bytes(data)), header_xxh3=BLANK)
    header = json.dumps({"__metadata__": metadata, **entries}, ensure_ascii=False, separators=(",", ":")).encode()
    header += b" " * (-(8 + len(header)) % ALIGNMENT)
    entry = '"header_xxh3":"%s"'  # the first is the metadata's: it is written first
    header = header.replace((entry % BLANK).encode(), (entry % xxhash.xxh3_64_hexdigest(header)).encode(), 1)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(header)) + header + bytes(data))


def check(path):
    """Rereads `path` and recomputes its checksum; returns the header."""
    with open(path, "rb") as file:
        content = file.read()
    size = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + size])
    if hashlib.sha256(content[8 + size:]).hexdigest() != header["__metadata__"]["content_sha256"]:
        raise SystemExit(f"{path}: the file read back is not the file written")
    return header
