package example;

interface Identified {
    int id();
}
