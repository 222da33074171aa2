package dev.tenon.processor;

class PartialCompilationTest {}
