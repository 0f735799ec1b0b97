"""What schemathesis cannot read from the documents: how calls are signed, lengths in bytes, and classes of characters."""

import base64
import hashlib
import os
import secrets
import time

import schemathesis
from hypothesis import strategies as st

KEY = os.environ["DIGLOT_APP_KEY"]
SECRET = os.environ["DIGLOT_APP_SECRET"]
ADMIN_KEY = os.environ["DIGLOT_ADMIN_KEY"]


@schemathesis.auth()
class Credentials:
    """RongCloud's signed headers, JMessage's HTTP Basic or the admin key, by the title of the document."""

    def get(self, case, context):
        title = context.operation.schema.raw_schema["info"]["title"]
        if "RongCloud" in title:
            return signed()
        if "admin" in title:
            return {"Authorization": f"Bearer {ADMIN_KEY}"}
        basic = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
        return {"Authorization": f"Basic {basic}"}

    def set(self, case, data, context):
        case.headers.update(data)


def signed():
    nonce, timestamp = secrets.token_hex(8), str(int(time.time() * 1000))
    signature = hashlib.sha1(f"{SECRET}{nonce}{timestamp}".encode()).hexdigest()
    return {"App-Key": KEY, "Nonce": nonce, "Timestamp": timestamp, "Signature": signature}


@schemathesis.hook
def before_load_schema(context, schema):
    """Python's regular expressions have no Unicode classes."""
    with_ranges(schema)


def with_ranges(node):
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if key == "pattern" and isinstance(value, str):
            node[key] = value.replace(r"\p{Cc}", r"\x00-\x1f\x7f-\x9f").replace(r"\p{Cs}", r"\ud800-\udfff")
        elif isinstance(value, (dict, list)):
            with_ranges(value)


def text_of(least, most):
    """Text of so many bytes; short, since the edges are tested elsewhere."""
    letters = st.characters(codec="utf-8", exclude_characters="\0")
    return st.text(letters, min_size=least, max_size=min(most, 64)).filter(lambda text: least <= len(text.encode()) <= most)


for least, most in {tuple(map(int, pair.split("-"))) for pair in os.environ["DIGLOT_BYTE_FORMATS"].split()}:
    schemathesis.openapi.format(f"bytes-{least}-{most}", text_of(least, most))
