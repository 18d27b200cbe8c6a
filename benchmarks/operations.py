"""What is measured: each operation, by orgmap first, and by whoever else does the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import own
import peers
from networks import Network
from ways import (
    Operation,
    Way,
    arrays_of_pairs,
    bipartite_nx,
    bodies_only,
    by_body,
    column,
    column_of_pairs,
    ig,
    named,
    nearness,
    nk,
    numbered,
    nx,
    ours,
    plain,
    rx,
    share_of,
    unit,
)

EVERY = "S M L XL"


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "tables to incidence, all checks",
        (Way("orgmap", Network.tables, own.incidence_of_tables),),
        goal="under 5 s at L",
    ),
    Operation(
        "NetworkX graph to arrays",
        (
            Way("orgmap", Network.networkx, own.incidence_of_graph),
            nx("to_scipy_sparse_array", sizes="S M L"),
            Way("igraph", Network.networkx, peers.igraph_of),
        ),
    ),
    Operation(
        "all measures together",
        (Way("orgmap", Network.incidence, own.all_measures),),
        "S M",
        "under 0.5 s at S",
    ),
    Operation(
        "overlap of bodies, all coefficients",
        (
            Way("orgmap", Network.incidence, own.overlaps, own.jaccard),
            Way("NetworkX", Network.networkx, peers.generic_projection, peers.generic_values, "S M L"),
            Way("scipy, bare product", Network.itself, peers.bare_overlap, arrays_of_pairs),
            Way("igraph, counts alone", Network.igraph, peers.igraph_projection, sizes="S M L"),
            Way("polars", Network.polars, peers.polars_overlap, peers.polars_values),
        ),
        EVERY,
        "200 times NetworkX and 1.2 times scipy at L; under 12 s and 3 GB at XL",
        "pairs",
    ),
    Operation(
        "overlap of bodies, as a table",
        (ours("pairs", column_of_pairs("jaccard")),),
        goal="",
        by="pairs",
    ),
    Operation(
        "closeness",
        (
            ours("closeness", plain),
            bipartite_nx("closeness_centrality", named),
            ig("closeness", nearness()),
            rx("closeness_centrality", nearness(numbered)),
            nk("Closeness", nearness(), normalized=True, checkConnectedness=False),
        ),
        goal="300 times NetworkX and 30 times igraph at M; under 10 s at L",
    ),
    Operation(
        "harmonic closeness",
        (
            ours("harmonic", plain),
            nx("harmonic_centrality", share_of(Network.others, named)),
            ig("harmonic_centrality", plain),
            nk("HarmonicCloseness", share_of(Network.others), normalized=False),
        ),
    ),
    Operation(
        "betweenness, exact",
        (
            replace(ours("betweenness", plain, sources="all"), patience=6),
            bipartite_nx("betweenness_centrality", named),
            ig("betweenness", share_of(Network.greatest)),
            rx("betweenness_centrality", share_of(Network.greatest, numbered), normalized=False),
            nk("Betweenness", share_of(Network.both_ways), normalized=False),
        ),
        goal="200 times NetworkX and 5 times igraph at M; minutes at L",
    ),
    Operation(
        "betweenness, estimated",
        (
            ours("betweenness", None, sources=2_000),
            nk("EstimateBetweenness", nSamples=512, normalized=False, parallel=True),
            nk("KadabraBetweenness", err=0.005, delta=0.1),
        ),
        "L",
        "under 60 s at L, with its error",
    ),
    Operation(
        "eigenvector",
        (
            ours("eigenvector", unit()),
            nx("eigenvector_centrality_numpy", unit(named), "S M L"),
            Way("scipy, svds", Network.itself, peers.singular_vectors, unit()),
            ig("eigenvector_centrality", unit()),
            rx("eigenvector_centrality", unit(numbered), max_iter=5000),
            nk("EigenvectorCentrality", unit()),
        ),
        EVERY,
        "under 0.3 s at L",
    ),
    Operation(
        "redundancy",
        (
            ours("redundancy", plain),
            Way("NetworkX", Network.networkx, peers.node_redundancy, peers.redundancy_values, "S M"),
        ),
        goal="under 1 s at M",
    ),
    Operation(
        "clustering (Latapy)",
        (
            ours("clustering", column("clustering_dot")),
            Way("NetworkX", Network.networkx, peers.latapy, named, "S M"),
        ),
        goal="under 1 s at M",
    ),
    Operation("clustering (Opsahl)", (ours("opsahl"),), goal="under 1 s at M"),
    Operation(
        "constraint and effective size, bodies and members",
        (ours("structural_holes"),),
        goal="under 1 s at M; under 20 s and 2 GB at L",
    ),
    Operation(
        "constraint of bodies alone",
        (
            ours("structural_holes", bodies_only(column("constraint")), "orgmap (members too)"),
            Way("NetworkX", Network.networkx, peers.constraint, by_body, "S M"),
            ig("constraint", plain),
        ),
        projected="body",
    ),
    Operation(
        "brokerage between tiers (Gould-Fernandez)",
        (
            ours("brokerage", bodies_only(column("tier_liaison")), by="tier"),
            Way("NetworkX, pair by pair", Network.networkx, peers.two_paths, bodies_only(named), "S M"),
        ),
        goal="under 1 s at M; under 20 s and 2 GB at L",
        counting="organisations",
    ),
    Operation(
        "brokerage between sectors (Gould-Fernandez)",
        (ours("brokerage", by="sector"),),
        goal="under 1 s at M; under 20 s and 2 GB at L",
        counting="organisations",
    ),
    Operation("exclusive brokerage", (ours("exclusive_brokerage"),), goal="under 1 s at M"),
    Operation(
        "cut-points",
        (
            ours("cut_points"),
            nx("articulation_points", sizes="S M L"),
            ig("articulation_points"),
            rx("articulation_points"),
        ),
    ),
    Operation(
        "components",
        (
            Way("orgmap", Network.incidence, own.components),
            nx("connected_components", sizes="S M L"),
            Way("scipy", Network.square, peers.scipy_components),
            ig("connected_components", sizes=EVERY),
            rx("connected_components", sizes=EVERY),
        ),
        EVERY,
    ),
    Operation(
        "overlap beyond chance, hypergeometric",
        (
            ours("significance", column_of_pairs("hypergeometric"), model="hypergeometric"),
            Way("scipy, each pair", Network.itself, peers.hypergeometric_each, arrays_of_pairs, "S M L"),
            Way("scipy, each case once", Network.itself, peers.hypergeometric_distinct, arrays_of_pairs),
        ),
        goal="under 0.3 s at L",
        by="pairs",
    ),
    Operation(
        "overlap beyond chance, SDSM",
        (
            ours("significance", column_of_pairs("sdsm"), model="sdsm"),
            Way("bicm", Network.itself, peers.bicm_tails, peers.bicm_values, "S M"),
        ),
        goal="under 0.2 s at M, 2 s at L",
        by="pairs",
    ),
    Operation(
        "closeness among bodies",
        (
            ours("closeness", bodies_only(plain), "orgmap (members too)", network="projection"),
            nx("closeness_centrality", by_body),
            ig("closeness", plain),
            nk("Closeness", plain, normalized=True, checkConnectedness=False),
        ),
        "S M L",
        projected="body",
    ),
    Operation(
        "betweenness among bodies",
        (
            ours("betweenness", bodies_only(plain), "orgmap (members too)", network="projection"),
            nx("betweenness_centrality", by_body),
            ig("betweenness", share_of(Network.couples)),
            nk("Betweenness", plain, normalized=True),
        ),
        "S M L",
        projected="body",
    ),
    Operation("key players, three to break", (ours("key_players", k=3),)),
    Operation("key players, three to reach", (ours("key_players", k=3, goal="reach"),)),
    Operation(
        "robustness",
        (
            ours("robustness", own.robustness, remove="members"),
            Way("NetworkX", Network.networkx, peers.largest_after_each, plain, "S M"),
        ),
        goal="under 1 s at M",
    ),
    Operation("communities (Barber)", (ours("communities"),), goal="under 1 s at M"),
    Operation("core and periphery", (ours("core_periphery"),), goal="under 1 s at M"),
    Operation("density, parts, fragmentation", (ours("whole_map"),)),
)


def more() -> Iterator[Operation]:
    """Yield every other measure of nodes that orgmap's registry has, at M."""
    from orgmap.measures import MEASURES

    done = set()
    for measure in MEASURES:
        asked = (measure.function, *measure.options.items())
        if measure.level == "node" and asked not in done:
            words = " ".join([measure.function, *measure.options.values()])
            yield Operation(f"`{words}`", (ours(measure.function, **measure.options),), "M", "under 1 s at M")
        done.add(asked)
