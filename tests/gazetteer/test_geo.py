"""Distances and directions."""

from __future__ import annotations

import pytest

from dateline.gazetteer.geo import distance_km, middle, shifted


def test_distance() -> None:
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    assert distance_km((10, 20), (10, 20)) == 0


@pytest.mark.parametrize(("bearing", "to"), [(0, (51.0, 10.0)), (180, (49.0, 10.0)), (90, (50.0, 11.556))])
def test_shifted(bearing: float, to: tuple[float, float]) -> None:
    assert shifted((50.0, 10.0), 111.2, bearing) == pytest.approx(to, abs=0.01)


def test_shifted_wraps_at_the_date_line() -> None:
    assert shifted((0.0, 179.5), 111.2, 90)[1] == pytest.approx(-179.5, abs=0.01)


def test_middle_is_weighted_and_knows_the_date_line() -> None:
    assert middle([((0, 0), 3.0), ((0, 4), 1.0)]) == pytest.approx((0, 1), abs=0.01)
    assert abs(middle([((0, 179), 1.0), ((0, -179), 1.0)])[1]) == pytest.approx(180)
    with pytest.raises(ValueError, match="no weight"):
        middle([])
