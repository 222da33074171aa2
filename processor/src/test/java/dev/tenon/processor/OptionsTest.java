package dev.tenon.processor;

class OptionsTest {}
