package dev.tenon.processor;

class TenonProcessorTest {}
