"""Measures of two bodies against what chance alone would give."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_EITHER = "the list of members of either body is partial or empty"
_FITTED = f"{_EITHER}, or the model cannot be fitted to the network (the note says so)"
_HYPERGEOMETRIC = {"model": "hypergeometric"}
_SDSM = {"model": "sdsm"}
_TUMMINELLO = (
    "Tumminello, Micciche, Lillo, Piilo and Mantegna 2011, Statistically validated networks in "
    "bipartite complex systems, PLoS ONE 6(3), e17994"
)
_TUMMINELLO_DOI = "10.1371/journal.pone.0017994"
_NEAL = (
    "Neal 2014, The backbone of bipartite projections, Social Networks 39, 84-97; fitted as in Saracco, "
    "Di Clemente, Gabrielli and Squartini 2015, Scientific Reports 5, 10595"
)
_NEAL_DOI = "10.1016/j.socnet.2014.06.001"
_HOLM = (
    "Holm 1979, Scandinavian Journal of Statistics 6(2), 65-70; see Aickin and Gensler 1996, Adjusting "
    "for multiple testing when reporting research results, American Journal of Public Health 86(5), 726-728"
)
_HOLM_DOI = "10.2105/AJPH.86.5.726"
_BH = (
    "Benjamini and Hochberg 1995, Controlling the false discovery rate, Journal of the Royal Statistical "
    "Society B 57(1), 289-300"
)
_BH_DOI = "10.1111/j.2517-6161.1995.tb02031.x"
_TARONE = "Tarone 1990, A modified Bonferroni method for discrete data, Biometrics 46(2), 515-522"
_TARONE_DOI = "10.2307/2531456"
_OVER_ALL = "over all pairs of bodies whose lists are known, those that share nobody too"


SIGNIFICANCE: tuple[Measure, ...] = (
    Measure(
        name="hypergeometric",
        title="Chance of so many by lot",
        level="tie",
        plain="How likely bodies of these sizes are to share as many or more if seats were filled by lot.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="upper tail of the hypergeometric distribution, over all members in the network",
        reference=_TUMMINELLO,
        doi=_TUMMINELLO_DOI,
        function="significance",
        options=_HYPERGEOMETRIC,
        depends_on_file=True,
    ),
    Measure(
        name="hypergeometric_holm",
        title="Chance by lot, strictest reading",
        level="tie",
        plain="The chance by lot, raised so that not even one pair of all is likely to stand out by luck.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant=f"Holm's step-down adjustment {_OVER_ALL}",
        reference=_HOLM,
        doi=_HOLM_DOI,
        function="significance",
        options=_HYPERGEOMETRIC,
        depends_on_file=True,
    ),
    Measure(
        name="hypergeometric_bh",
        title="Chance by lot, for a list",
        level="tie",
        plain="The chance by lot, raised so that few of the pairs that stand out do so by luck.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant=f"Benjamini and Hochberg's adjustment {_OVER_ALL}",
        reference=_BH,
        doi=_BH_DOI,
        function="significance",
        options=_HYPERGEOMETRIC,
        depends_on_file=True,
    ),
    Measure(
        name="hypergeometric_least",
        title="Least chance by lot possible",
        level="tie",
        plain="The chance by lot of the fullest overlap: above 5 in 100 the pair can show nothing.",
        range=(0.0, 1.0),
        undefined=_EITHER,
        variant="the least p that the two sizes can reach",
        reference=_TARONE,
        doi=_TARONE_DOI,
        function="significance",
        options=_HYPERGEOMETRIC,
        depends_on_file=True,
    ),
    Measure(
        name="sdsm",
        title="Chance of so many, given who sits widely",
        level="tie",
        plain="How likely the two are to share as many or more, given how many seats everybody has.",
        range=(0.0, 1.0),
        undefined=_FITTED,
        variant="stochastic degree sequence model: exact Poisson-binomial tail over the cells of a bipartite "
        "configuration model",
        reference=_NEAL,
        doi=_NEAL_DOI,
        function="significance",
        options=_SDSM,
        depends_on_file=True,
    ),
    Measure(
        name="sdsm_expected",
        title="Shared to expect, given who sits widely",
        level="tie",
        plain="How many members the two would share by chance, given how many seats everybody has.",
        range=(0.0, inf),
        undefined=_FITTED,
        variant="mean of the stochastic degree sequence model",
        reference=_NEAL,
        doi=_NEAL_DOI,
        function="significance",
        options=_SDSM,
        depends_on_file=True,
    ),
    Measure(
        name="sdsm_holm",
        title="Chance given seats, strictest reading",
        level="tie",
        plain="The chance given all seats, raised so that not even one pair is likely to stand out by luck.",
        range=(0.0, 1.0),
        undefined=_FITTED,
        variant=f"Holm's step-down adjustment {_OVER_ALL}",
        reference=_HOLM,
        doi=_HOLM_DOI,
        function="significance",
        options=_SDSM,
        depends_on_file=True,
    ),
    Measure(
        name="sdsm_bh",
        title="Chance given seats, for a list",
        level="tie",
        plain="The chance given all seats, raised so that few of the pairs that stand out do so by luck.",
        range=(0.0, 1.0),
        undefined=_FITTED,
        variant=f"Benjamini and Hochberg's adjustment {_OVER_ALL}",
        reference=_BH,
        doi=_BH_DOI,
        function="significance",
        options=_SDSM,
        depends_on_file=True,
    ),
    Measure(
        name="sdsm_least",
        title="Least chance possible, given seats",
        level="tie",
        plain="The chance of the fullest overlap, given all seats: above 5 in 100 it can show nothing.",
        range=(0.0, 1.0),
        undefined=_FITTED,
        variant="the p of as many shared as the smaller of the two has members",
        reference=_TARONE,
        doi=_TARONE_DOI,
        function="significance",
        options=_SDSM,
        depends_on_file=True,
    ),
)
