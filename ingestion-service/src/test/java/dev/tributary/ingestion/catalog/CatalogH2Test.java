package dev.tributary.ingestion.catalog;

import dev.tributary.runtime.testing.TestDatabases;

class CatalogH2Test extends CatalogTest {
  CatalogH2Test() {
    super(TestDatabases.H2);
  }
}
