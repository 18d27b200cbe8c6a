"""Networks as the files that other programs take: GraphML, GEXF, Cytoscape, DOT, Kumu and Gephi."""

from orgmap.write.networks.cytoscape import cytoscape
from orgmap.write.networks.dot import dot
from orgmap.write.networks.gephi import gephi
from orgmap.write.networks.kumu import kumu_json, kumu_workbook
from orgmap.write.networks.xml import gexf, graphml

__all__ = ["cytoscape", "dot", "gephi", "gexf", "graphml", "kumu_json", "kumu_workbook"]
