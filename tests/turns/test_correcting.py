"""Corrections over the whole house: what was offered before is not lost."""

from __future__ import annotations

from tests.house import House


def test_go_back_leads_to_what_was_offered_before_the_correction(build_house):
    house: House = build_house()
    assert "released in 2021" in house.hears("get dune").speech
    older = house.hears("get dune").hears("no, the older one")
    assert "released in 1984" in older.speech
    assert "released in 2021" in older.hears("go back").speech


def test_no_to_the_corrected_one_goes_on_and_not_back(build_house):
    house: House = build_house()
    older = house.hears("get dune").hears("no, the older one")
    assert "2021" not in older.hears("no").speech


def test_what_was_corrected_to_itself_stands_once(build_house):
    house: House = build_house()
    same = house.hears("get the dune from 2021").hears("no, the newest one")
    assert "released in 2021" in same.speech
    assert "released in 2021" in same.hears("go back").speech
