"""Which years words state."""

from __future__ import annotations

from notice_site.text.stated_years import years_in


def test_the_years_of_a_stretch_in_a_title_are_no_single_year() -> None:
    """2020～2021年度 does not make 10月29日 one of 2021."""
    assert years_in("2020～2021年度建设指南") == (2020, 2021)
