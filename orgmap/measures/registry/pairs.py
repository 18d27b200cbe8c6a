"""Measures of two bodies, or two members: how much they have in common."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_CONTAINMENT = (
    "Broder 1997, On the resemblance and containment of documents, "
    "Proceedings. Compression and Complexity of SEQUENCES 1997, 21-29"
)
_CONTAINMENT_DOI = "10.1109/SEQUEN.1997.666900"
_EITHER = "the list of members of either body is partial or empty"


PAIRS: tuple[Measure, ...] = (
    Measure(
        name="shared",
        title="Shared members",
        level="tie",
        plain="How many members the two bodies have in common.",
        range=(0.0, inf),
        undefined="never; where a list is partial there may be more",
        variant="members listed on both; several seats of one member on one body count once",
        reference="Breiger 1974, The duality of persons and groups, Social Forces 53(2), 181-190",
        doi="10.2307/2576011",
        function="pairs",
    ),
    Measure(
        name="jaccard",
        title="Overlap of the two together",
        level="tie",
        plain="Of all who sit on either body, the share that sits on both.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over union",
        reference="Jaccard 1912, The distribution of the flora in the alpine zone, "
        "New Phytologist 11(2), 37-50",
        doi="10.1111/j.1469-8137.1912.tb05611.x",
        function="pairs",
    ),
    Measure(
        name="simpson",
        title="Overlap of the smaller",
        level="tie",
        plain="Of the members of the smaller body, the share that also sits on the other: 1 means all.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over the smaller size (overlap coefficient, Szymkiewicz-Simpson)",
        reference="Simpson 1943, Mammals and the nature of continents, "
        "American Journal of Science 241(1), 1-31",
        doi="10.2475/ajs.241.1.1",
        function="pairs",
    ),
    Measure(
        name="a_in_b",
        title="Share of the first inside the second",
        level="tie",
        plain="Of the members of the first body, the share that also sits on the second.",
        range=(0.0, 1.0),
        undefined="the list of members of the first body is partial or empty",
        variant="containment: shared over the size of a",
        reference=_CONTAINMENT,
        doi=_CONTAINMENT_DOI,
        function="pairs",
    ),
    Measure(
        name="b_in_a",
        title="Share of the second inside the first",
        level="tie",
        plain="Of the members of the second body, the share that also sits on the first.",
        range=(0.0, 1.0),
        undefined="the list of members of the second body is partial or empty",
        variant="containment: shared over the size of b",
        reference=_CONTAINMENT,
        doi=_CONTAINMENT_DOI,
        function="pairs",
    ),
    Measure(
        name="cosine",
        title="Likeness of the two lists",
        level="tie",
        plain="How alike the two lists of members are, big or small: 1 means that they are the same.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="shared over the root of the product of the sizes (Ochiai)",
        reference="Ochiai 1957, Zoogeographical studies on the soleoid fishes found in Japan and its "
        "neighbouring regions II, Bulletin of the Japanese Society of Scientific Fisheries 22(9), 526-530",
        doi="10.2331/suisan.22.526",
        function="pairs",
    ),
    Measure(
        name="dice",
        title="Overlap of the two on average",
        level="tie",
        plain="Of all places on the two bodies, the share held by those who sit on both.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="twice shared over the sum of the sizes (Dice, Sorensen)",
        reference="Dice 1945, Measures of the amount of ecologic association between species, "
        "Ecology 26(3), 297-302",
        doi="10.2307/1932409",
        function="pairs",
    ),
    Measure(
        name="phi",
        title="Likeness beyond the sizes",
        level="tie",
        plain="Whether those on one body sit on the other more than people do: 0 means no more, 1 always.",
        range=(-1.0, 1.0),
        undefined=f"{_EITHER}, or one body has all members there are",
        variant="correlation of the two lists over all members in the network, those without ties too",
        reference="Yule 1912, On the methods of measuring association between two attributes, "
        "Journal of the Royal Statistical Society 75(6), 579-652",
        doi="10.2307/2340126",
        function="pairs",
        depends_on_file=True,
    ),
    Measure(
        name="bonacich",
        title="Overlap apart from the sizes",
        level="tie",
        plain="How much the two overlap, sizes set aside: one half is what the sizes alone would give.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="as UCINET has it: X = both x neither, Y = only a x only b, (X - root XY) / (X - Y); "
        "0.5 where X = Y",
        reference="Bonacich 1972, Technique for analyzing overlapping memberships, "
        "Sociological Methodology 4, 176-185",
        doi="10.2307/270732",
        function="pairs",
        depends_on_file=True,
    ),
    Measure(
        name="expected",
        title="Shared members to expect",
        level="tie",
        plain="How many members two bodies of these sizes would share if seats were filled by lot.",
        range=(0.0, inf),
        undefined=_EITHER,
        variant="product of the sizes over all members in the network, those without ties too",
        reference="Tumminello, Micciche, Lillo, Piilo and Mantegna 2011, Statistically validated networks in "
        "bipartite complex systems, PLoS ONE 6(3), e17994",
        doi="10.1371/journal.pone.0017994",
        function="pairs",
        depends_on_file=True,
    ),
    Measure(
        name="lift",
        title="Shared against expected",
        level="tie",
        plain="How many times as many members the two share as if seats were filled by lot: 1 means as many.",
        range=(0.0, inf),
        undefined=_EITHER,
        variant="shared over expected",
        reference="Brin, Motwani, Ullman and Tsur 1997, Dynamic itemset counting and implication rules for "
        "market basket data, Proceedings of the 1997 ACM SIGMOD conference, 255-264",
        doi="10.1145/253260.253325",
        function="pairs",
        depends_on_file=True,
    ),
    Measure(
        name="newman",
        title="Strength of the shared members",
        level="tie",
        plain="Shared members, each counted for more the fewer bodies he or she sits on.",
        range=(0.0, inf),
        undefined="the list of a body that two members share is partial; never for two bodies",
        variant="sum over the shared of 1 / (bodies of the member - 1)",
        reference="Newman 2001, Scientific collaboration networks II: shortest paths, weighted networks, and "
        "centrality, Physical Review E 64, 016132",
        doi="10.1103/PhysRevE.64.016132",
        function="pairs",
    ),
)
