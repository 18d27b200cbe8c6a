"""Measures of how mixed bodies, and the whole map, are by sector."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_BLAU = (
    "Harrison and Klein 2007, What's the difference? Diversity constructs as separation, variety, or "
    "disparity in organizations, Academy of Management Review 32(4), 1199-1228 (the index of Blau 1977)"
)
_BLAU_DOI = "10.5465/amr.2007.26586096"
_ENTROPY = "Teachman 1980, Analysis of population diversity, Sociological Methods and Research 8(3), 341-362"
_ENTROPY_DOI = "10.1177/004912418000800305"
_TWO_KNOWN = "the sectors of fewer than two members of the body are known; always for members"


MIX: tuple[Measure, ...] = (
    Measure(
        name="blau_sector",
        title="Mix of sectors",
        level="node",
        plain="The chance that two members of the body, drawn at random, come from different sectors.",
        range=(0.0, 1.0),
        undefined=_TWO_KNOWN,
        variant="1 less the sum of squared shares, over members whose sector is known, each once",
        reference=_BLAU,
        doi=_BLAU_DOI,
        function="diversity",
    ),
    Measure(
        name="blau_sector_normalised",
        title="Mix of sectors against the most",
        level="node",
        plain="How mixed the sectors on the body are: 1 means that all sectors on the map have equal shares.",
        range=(0.0, 1.0),
        undefined=f"{_TWO_KNOWN}; fewer than two sectors are known",
        variant="Blau's index over 1 - 1/k, k the number of sectors known of any member in the file",
        reference=_BLAU,
        doi=_BLAU_DOI,
        function="diversity",
        depends_on_file=True,
    ),
    Measure(
        name="teachman_sector",
        title="Spread over sectors",
        level="node",
        plain="How evenly the members of the body are spread over sectors: 0 means that all are of one.",
        range=(0.0, inf),
        undefined=_TWO_KNOWN,
        variant="entropy, natural logarithms, over members whose sector is known, each once",
        reference=_ENTROPY,
        doi=_ENTROPY_DOI,
        function="diversity",
    ),
    *(
        Measure(
            name=name,
            title=title,
            level="map",
            plain=plain,
            range=(0.0, 1.0 if index == "blau" else inf),
            undefined="the sectors of fewer than two members are known, of every body or of all",
            variant=variant,
            reference=_BLAU if index == "blau" else _ENTROPY,
            doi=_BLAU_DOI if index == "blau" else _ENTROPY_DOI,
            function="whole_diversity",
        )
        for name, title, plain, variant, index in (
            (
                "mean_blau_sector",
                "Mix of sectors on average",
                "The chance that two members of a body are of different sectors, on average over bodies.",
                "Blau's index, mean over the bodies for which it is defined",
                "blau",
            ),
            (
                "all_blau_sector",
                "Mix of sectors of all",
                "The chance that two of all members on the map are of different sectors.",
                "Blau's index of all members whose sector is known, each once",
                "blau",
            ),
            (
                "mean_teachman_sector",
                "Spread over sectors on average",
                "How evenly the members of a body are spread over sectors, on average over bodies.",
                "entropy, mean over the bodies for which it is defined",
                "teachman",
            ),
            (
                "all_teachman_sector",
                "Spread of all over sectors",
                "How evenly all members on the map are spread over sectors.",
                "entropy of all members whose sector is known, each once",
                "teachman",
            ),
        )
    ),
)
