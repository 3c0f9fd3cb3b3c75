#!/usr/bin/env python3
"""Calls every example against a running suite with stubs that plain protoc made.

Usage: run_examples.py STUBS EXAMPLES INGESTION METRICS ATTRIBUTION REPORTING

STUBS is the folder that protoc wrote to, EXAMPLES the folder of *.json, the rest are host:port.
Set TRIBUTARY_KEY to call with an API key. Prints one line per example; ends with 1 if any differs.
"""

import importlib
import json
import os
import pathlib
import sys

import grpc
from google.protobuf import json_format


def missing(expected, actual, path):
    """Says where `actual` lacks what is expected; an empty text when it has all of it."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for field, value in expected.items():
            here = f"{path}.{field}"
            found = missing(value, actual[field], here) if field in actual else f"{here}: absent"
            if found:
                return found
        return ""
    if isinstance(expected, list) and isinstance(actual, list):
        if len(actual) < len(expected):
            return f"{path}: {len(actual)} items (expected: {len(expected)} or more)"
        for index, value in enumerate(expected):
            found = missing(value, actual[index], f"{path}[{index}]")
            if found:
                return found
        return ""
    return "" if expected == actual else f"{path}: {actual!r} (expected: {expected!r})"


def module_with(area, service, stubs):
    """Finds the generated modules of a service: its file is not named in the call."""
    folder = stubs / "tributary" / area / "v1"
    for file in sorted(folder.glob("*_pb2_grpc.py")):
        grpc_module = importlib.import_module(f"tributary.{area}.v1.{file.stem}")
        if hasattr(grpc_module, f"{service}Stub"):
            return importlib.import_module(
                f"tributary.{area}.v1.{file.stem.removesuffix('_grpc')}"), grpc_module
    raise LookupError(f"no generated service {service} in {folder}")


def message_class(descriptor):
    """The generated class of a message, which may stand in another file than its service."""
    module = descriptor.file.name.removesuffix(".proto").replace("/", ".") + "_pb2"
    return getattr(importlib.import_module(module), descriptor.name)


def call(example, channels, variables, stubs):
    """Calls one example and answers the first message as a dict."""
    full_service, method = example["rpc"].split("/")
    _, area, _, service = full_service.split(".")
    messages, services = module_with(area, service, stubs)
    descriptor = messages.DESCRIPTOR.services_by_name[service].methods_by_name[method]
    request_class = message_class(descriptor.input_type)
    requests = []
    for body in example.get("requests", [example.get("request")]):
        text = json.dumps(body)
        for name, value in variables.items():
            text = text.replace("${" + name + "}", value)
        requests.append(json_format.Parse(text, request_class()))
    rpc = getattr(getattr(services, f"{service}Stub")(channels[area]), method)
    key = os.environ.get("TRIBUTARY_KEY")
    options = {"timeout": 60, "metadata": [("authorization", f"Bearer {key}")] if key else None}
    answer = rpc(iter(requests), **options) if "requests" in example else rpc(requests[0], **options)
    if hasattr(answer, "__next__"):
        first = next(answer)
        answer.cancel()
        answer = first
    return json_format.MessageToDict(answer, preserving_proto_field_name=True)


def main(arguments):
    stubs, examples, ingestion, metrics, attribution, reporting = arguments
    stubs = pathlib.Path(stubs)
    sys.path.insert(0, str(stubs))
    targets = {
        "ingestion": ingestion,
        "metrics": metrics,
        "attribution": attribution,
        "reporting": reporting,
    }
    channels = {area: grpc.insecure_channel(target) for area, target in targets.items()}
    variables = {}
    wrong = 0
    for file in sorted(pathlib.Path(examples).glob("*.json")):
        example = json.loads(file.read_text(encoding="utf-8"))
        answer = call(example, channels, variables, stubs)
        found = missing(example["expect"], answer, "")
        print(f"{'ok  ' if not found else 'DIFF'} {file.name} {found}".rstrip())
        wrong += 1 if found else 0
        for name, field in example.get("take", {}).items():
            variables[name] = answer[field]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
