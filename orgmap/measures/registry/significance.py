"""Measures of two bodies against what chance alone would give."""

from __future__ import annotations

from math import inf

from orgmap.measures.registry.measure import Measure

_EITHER = "the list of members of either body is partial or empty"
_UNDEFINED = {
    "hypergeometric": _EITHER,
    "sdsm": f"{_EITHER}, or the model cannot be fitted to the network (the note says so)",
}
_TUMMINELLO = (
    (
        "Tumminello, Micciche, Lillo, Piilo and Mantegna 2011, Statistically validated networks in "
        "bipartite complex systems, PLoS ONE 6(3), e17994"
    ),
    "10.1371/journal.pone.0017994",
)
_NEAL = (
    (
        "Neal 2014, The backbone of bipartite projections, Social Networks 39, 84-97; fitted as in Saracco, "
        "Di Clemente, Gabrielli and Squartini 2015, Scientific Reports 5, 10595"
    ),
    "10.1016/j.socnet.2014.06.001",
)
_HOLM = (
    (
        "Holm 1979, Scandinavian Journal of Statistics 6(2), 65-70; see Aickin and Gensler 1996, Adjusting "
        "for multiple testing when reporting research results, American Journal of Public Health 86(5), "
        "726-728"
    ),
    "10.2105/AJPH.86.5.726",
)
_BH = (
    (
        "Benjamini and Hochberg 1995, Controlling the false discovery rate, Journal of the Royal Statistical "
        "Society B 57(1), 289-300"
    ),
    "10.1111/j.2517-6161.1995.tb02031.x",
)
_TARONE = (
    "Tarone 1990, A modified Bonferroni method for discrete data, Biometrics 46(2), 515-522",
    "10.2307/2531456",
)
_OVER_ALL = "over all pairs of bodies whose lists are known, those that share nobody too"
_BY_HOLM = f"Holm's step-down adjustment {_OVER_ALL}"
_BY_BH = f"Benjamini and Hochberg's adjustment {_OVER_ALL}"


def _measure(
    name: str, title: str, plain: str, variant: str, source: tuple[str, str], most: float = 1.0
) -> Measure:
    """Return a measure of the model that its name begins with; `source` is the reference and its DOI."""
    model = name.partition("_")[0]
    reference, doi = source
    return Measure(
        name=name,
        title=title,
        level="tie",
        plain=plain,
        range=(0.0, most),
        undefined=_UNDEFINED[model],
        variant=variant,
        reference=reference,
        doi=doi,
        function="significance",
        options={"model": model},
        depends_on_file=True,
    )


SIGNIFICANCE: tuple[Measure, ...] = (
    _measure(
        "hypergeometric",
        "Chance of so many by lot",
        "How likely bodies of these sizes are to share as many or more if seats were filled by lot.",
        "upper tail of the hypergeometric distribution, over all members in the network",
        _TUMMINELLO,
    ),
    _measure(
        "hypergeometric_holm",
        "Chance by lot, strictest reading",
        "The chance by lot, raised so that not even one pair of all is likely to stand out by luck.",
        _BY_HOLM,
        _HOLM,
    ),
    _measure(
        "hypergeometric_bh",
        "Chance by lot, for a list",
        "The chance by lot, raised so that few of the pairs that stand out do so by luck.",
        _BY_BH,
        _BH,
    ),
    _measure(
        "hypergeometric_least",
        "Least chance by lot possible",
        "The chance by lot of the fullest overlap: above 5 in 100 the pair can show nothing.",
        "the least p that the two sizes can reach",
        _TARONE,
    ),
    _measure(
        "sdsm",
        "Chance of so many, given who sits widely",
        "How likely the two are to share as many or more, given how many seats everybody has.",
        "stochastic degree sequence model: exact Poisson-binomial tail over the cells of a bipartite "
        "configuration model",
        _NEAL,
    ),
    _measure(
        "sdsm_expected",
        "Shared to expect, given who sits widely",
        "How many members the two would share by chance, given how many seats everybody has.",
        "mean of the stochastic degree sequence model",
        _NEAL,
        inf,
    ),
    _measure(
        "sdsm_holm",
        "Chance given seats, strictest reading",
        "The chance given all seats, raised so that not even one pair is likely to stand out by luck.",
        _BY_HOLM,
        _HOLM,
    ),
    _measure(
        "sdsm_bh",
        "Chance given seats, for a list",
        "The chance given all seats, raised so that few of the pairs that stand out do so by luck.",
        _BY_BH,
        _BH,
    ),
    _measure(
        "sdsm_least",
        "Least chance possible, given seats",
        "The chance of the fullest overlap, given all seats: above 5 in 100 it can show nothing.",
        "the p of as many shared as the smaller of the two has members",
        _TARONE,
    ),
)
