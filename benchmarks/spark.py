"""orgmap's tables in Spark: vertices and edges as GraphFrames takes them, and overlaps by a join.

orgmap convert SOURCE out.parquet
python benchmarks/spark.py out.parquet

Needs Java 17 and `pip install pyspark`. With the jar of GraphFrames too (`pip install graphframes-py`, and
`spark.jars.packages` set to io.graphframes:graphframes-spark4_2.13 of its version), `GraphFrame(vertices,
edges)` takes both tables as they are.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

TIES = ("chair", "vice-chair", "member", "co-opted")


def network(spark: Any, folder: str) -> tuple[DataFrame, DataFrame]:
    """Return the vertices (`id`, `name`, `mode`) and the edges (`src`, `dst`): who sits on what."""
    seats = spark.read.parquet(f"{folder}/seats.parquet").dropna(subset=["person"])
    held = seats.where((f.col("status") == "filled") & f.col("role").isin(*TIES))
    person, body = f.concat(f.lit("person:"), "person"), f.concat(f.lit("body:"), "body")
    edges = held.select(person.alias("src"), body.alias("dst")).distinct()
    ends = edges.select(f.col("src").alias("id")).union(edges.select("dst")).distinct()
    vertices = ends.select(
        "id", f.regexp_extract("id", ":(.*)", 1).alias("name"), f.split("id", ":")[0].alias("mode")
    )
    return vertices, edges


def degrees(edges: DataFrame) -> DataFrame:
    """Return the number of ties of each vertex."""
    return edges.select(f.explode(f.array("src", "dst")).alias("id")).groupBy("id").count()


def overlaps(edges: DataFrame) -> DataFrame:
    """Return how many members each two bodies share, and the Jaccard coefficient."""
    one, other = edges.alias("one"), edges.alias("other")
    both = one.join(other, "src").where("one.dst < other.dst")
    shared = both.groupBy(f.col("one.dst").alias("a"), f.col("other.dst").alias("b")).count()
    sizes = edges.groupBy("dst").count()
    of_a = sizes.select(f.col("dst").alias("a"), f.col("count").alias("size_a"))
    of_b = sizes.select(f.col("dst").alias("b"), f.col("count").alias("size_b"))
    counted = shared.withColumnRenamed("count", "shared").join(of_a, "a").join(of_b, "b")
    return counted.withColumn("jaccard", f.expr("shared / (size_a + size_b - shared)"))


def components(vertices: DataFrame, edges: DataFrame) -> DataFrame:
    """Return the least id that each vertex reaches, by passing the least on until none changes."""
    both = edges.union(edges.select("dst", "src")).toDF("id", "near").cache()
    found = vertices.select("id", f.col("id").alias("component")).localCheckpoint()
    changed = 1
    while changed:
        near = both.join(found.withColumnRenamed("id", "near"), "near").groupBy("id").agg(f.min("component"))
        least = f.least("component", "min(component)")
        step = (
            found.join(near, "id", "left")
            .select("id", least.alias("component"), "component")
            .toDF("id", "component", "before")
        )
        step = step.localCheckpoint()
        changed = step.where("component < before").count()
        found = step.drop("before")
    return found


def main(folder: str) -> None:
    """Print what Spark counts, and how long each took."""
    spark = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.shuffle.partitions", "8")
    vertices, edges = network(spark, folder)
    edges = edges.cache()
    counts = {
        "vertices": vertices.count,
        "edges": edges.count,
        "greatest degree": lambda: degrees(edges).agg(f.max("count")).first()[0],
        "overlapping pairs": lambda: overlaps(edges).count(),
        "greatest jaccard": lambda: overlaps(edges).agg(f.max("jaccard")).first()[0],
        "components": lambda: components(vertices, edges).select("component").distinct().count(),
    }
    for name, count in counts.items():
        start = time.perf_counter()
        print(f"{name}: {count()} in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
