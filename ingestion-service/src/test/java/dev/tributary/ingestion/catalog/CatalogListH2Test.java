package dev.tributary.ingestion.catalog;

import dev.tributary.runtime.testing.TestDatabases;

class CatalogListH2Test extends CatalogListTest {
  CatalogListH2Test() {
    super(TestDatabases.H2);
  }
}
