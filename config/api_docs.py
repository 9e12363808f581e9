"""The page that describes the interface for programs, drawn from its OpenAPI description."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from records import policy

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Value:
    """A parameter of an address, or a field of what is sent and answered.

    `of` names the shape described further down, "" for a plain type.
    """

    name: str
    kind: str
    of: str
    required: bool
    choices: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Answer:
    """One status that an operation answers with: its number, its meaning, the shape."""

    status: str
    meaning: str
    of: str


@dataclass(frozen=True)
class Operation:
    """What one method does at one address."""

    method: str
    path: str
    says: str
    parameters: tuple[Value, ...]
    takes: str
    answers: tuple[Answer, ...]


@policy.signed_in
@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    described = SchemaGenerator().get_schema(request=None, public=True)
    found = sorted(operations(described), key=lambda each: each.path.split("/")[3])
    context = {
        "groups": [
            (name, list(group))
            for name, group in groupby(found, key=lambda each: each.path.split("/")[3])
        ],
        "shapes": list(shapes(described)),
    }
    return render(request, "config/api_docs.html", context)


def operations(described: Node) -> Iterator[Operation]:
    """Every operation of the description, in the order of the addresses."""
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield Operation(
                method=method.upper(),
                path=path,
                says=operation.get("description", ""),
                parameters=tuple(map(parameter, operation.get("parameters", ()))),
                takes=shape_in(operation.get("requestBody", {})),
                answers=tuple(
                    Answer(status, HTTPStatus(int(status)).phrase, shape_in(answer))
                    for status, answer in operation["responses"].items()
                ),
            )


def shapes(described: Node) -> Iterator[tuple[str, list[Value]]]:
    """The shapes with fields; a bare choice is told where it is used."""
    for name, schema in described["components"]["schemas"].items():
        required = schema.get("required", ())
        fields = schema.get("properties", {})
        if fields:
            yield (
                name,
                [value(key, each, key in required, described) for key, each in fields.items()],
            )


def parameter(asked: Node) -> Value:
    told = value(asked["name"], asked["schema"], asked.get("required", False), {})
    return Value(told.name, told.kind, told.of, told.required, told.choices, "")


def value(name: str, schema: Node, required: bool, described: Node) -> Value:
    of = shape_of(schema)
    target = described["components"]["schemas"][of] if of and described else schema
    choices = tuple(str(each) for each in target.get("enum", ()))
    kind = "array" if schema.get("type") == "array" else target.get("format") or target.get("type")
    shown = "" if choices else of
    return Value(name, str(kind or "any"), shown, required, choices, schema.get("title", ""))


def shape_of(schema: Node) -> str:
    """The name of the shape that `schema` refers to, directly or as the items of a list."""
    inner: Node = schema.get("items", schema)
    for each in (inner, *inner.get("allOf", ()), *inner.get("oneOf", ())):
        if "$ref" in each:
            return str(each["$ref"]).rsplit("/", 1)[1]
    return ""


def shape_in(part: Node) -> str:
    """The shape of a body, sent or answered, as JSON."""
    return shape_of(part.get("content", {}).get("application/json", {}).get("schema", {}))
