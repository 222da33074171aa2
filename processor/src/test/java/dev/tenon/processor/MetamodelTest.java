package dev.tenon.processor;

class MetamodelTest {}
