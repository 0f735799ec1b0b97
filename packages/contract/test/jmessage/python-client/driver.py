"""
Calls the official client for a test: a line of JSON with area, method, args and kwargs comes in, a line with the answer goes out.
The client is as its package has it; only its connections lead to the server under test.
"""

import base64
import importlib
import json
import os
import sys

import jmessage
import requests

BASE = os.environ["DIGLOT_URL"]
CLOUD = "https://api.im.jpush.cn"
AREAS = {
    "user": "user.User",
    "group": "group.Group",
    "room": "room.Room",
    "message": "message.Message",
    "resource": "message.Resource",
    "im": "im.IM",
    "report": "report.Report",
    "model": "message.Model",
}


class Redirect(requests.adapters.HTTPAdapter):
    def send(self, request, **options):
        request.url = BASE + request.url.removeprefix(CLOUD)
        return super().send(request, **options)


client = jmessage.JMessage(os.environ["DIGLOT_APP_KEY"], os.environ["DIGLOT_APP_SECRET"])
client._session.mount(CLOUD, Redirect())


def class_of(area):
    module, name = AREAS[area].split(".")
    return getattr(importlib.import_module(f"jmessage.{module}"), name)


def argument(value):
    """A file is a name and its bytes; a model is a list of calls that build it."""
    if isinstance(value, dict) and "file" in value:
        return value["file"], base64.b64decode(value["bytes"])
    if isinstance(value, dict) and "model" in value:
        model = class_of("model")()
        for method, args in value["model"]:
            getattr(model, method)(*args)
        return model
    return value


def answer(area, method, args, kwargs):
    if method == "methods":
        return {"methods": [name for name, value in vars(class_of(area)).items() if callable(value) and name[0] != "_"]}
    response = getattr(class_of(area)(client), method)(*map(argument, args), **kwargs)
    return {"status": response.status_code, "body": response.json() if response.content else None}


for line in sys.stdin:
    try:
        print(json.dumps(answer(**json.loads(line))), flush=True)
    except Exception as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
