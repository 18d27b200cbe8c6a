"""The readers of networks: GraphML, GEXF, Cytoscape, Kumu and Gephi become raw tables here."""
