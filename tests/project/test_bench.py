"""The bench: what it names of the program is there."""

from __future__ import annotations

from importlib import import_module

from bench.stages import REST, STAGES, Stages


def test_each_stage_of_the_table_is_a_function_of_the_program() -> None:
    assert all(callable(getattr(import_module(f"notice_site.{module}"), function)) for module, function in STAGES)


def test_the_seconds_of_a_stage_do_not_hold_those_of_the_stages_within() -> None:
    stages = Stages()
    within = stages.watch("dates", lambda: sum(range(3_000_000)))
    around = stages.watch("terms", within)
    around()
    seconds = stages.end()
    assert seconds["terms"][0] < seconds["dates"][0]
    assert set(seconds) == {REST, "terms", "dates"}
