"""Tests of the tables of sets of key players and of the course of a break-up."""

from __future__ import annotations

import networkx as nx
import pytest

from orgmap.measures import key_player_table, key_player_values, key_players, robustness, robustness_table
from tests.networks import affiliation, davis, two_tier


def test_sets_of_one_to_three_for_either_goal() -> None:
    """The table holds what `key_players` finds for one, two and three members, with their labels.

    Nothing breaks where fewer than three go: such sets are left out.
    """
    table = key_player_table(two_tier())
    sizes = {("break", 3): 3, **{("reach", k): k for k in (1, 2, 3)}}
    assert table.groupby(["goal", "k"]).size().to_dict() == sizes
    alone = table[(table["goal"] == "reach") & (table["k"] == 1)].iloc[0]
    assert (alone["node"], alone["label"], alone["method"]) == ("org:county", "County", "exact")
    three = table[(table["goal"] == "break") & (table["k"] == 3)]
    assert three["node"].tolist() == key_players(two_tier(), 3)["node"].tolist()


def test_notes_say_for_which_goal_and_size() -> None:
    """Each note begins with the goal and the number of members of the set; that nothing breaks is said."""
    notes = key_player_table(two_tier()).attrs["notes"]
    assert "break, 1: Without the set the rest hangs together no less than all did before." in notes
    assert notes[0].startswith("break, 1: ")
    assert notes[-1].startswith("reach, 3: ")


def test_reach_is_that_of_the_whole_map() -> None:
    """The reach of the best placed member is the same number in both tables, to the last digit."""
    table, value = key_player_table(davis()), key_player_values(davis())["key_player_reach"]
    assert table.loc[(table["goal"] == "reach") & (table["k"] == 1), "value"].tolist() == [
        pytest.approx(value, rel=1e-14)
    ]


def test_fewer_members_make_smaller_sets() -> None:
    """Where there are two members there are no sets of three, and without members there are none."""
    assert key_player_table(affiliation({"Board": ["a", "b"]}))["k"].max() == 2
    nobody = key_player_table(nx.Graph())
    assert nobody.empty
    assert "method" in nobody


def test_the_course_of_a_break_up() -> None:
    """Members, bodies or either go one by one; the curves are those of `robustness`, with labels."""
    network = two_tier()
    table = robustness_table(network)
    assert table.groupby("goes").size().to_dict() == {"bodies": 6, "both": 17, "members": 12}
    curve = table[table["goes"] == "members"]
    assert curve["largest"].tolist() == robustness(network, remove="members")["largest"].tolist()
    assert curve["label"].iloc[1] == "County"
    assert curve["node"].isna().sum() == 1
