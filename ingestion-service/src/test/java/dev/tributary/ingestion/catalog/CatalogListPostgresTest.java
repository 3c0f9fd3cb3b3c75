package dev.tributary.ingestion.catalog;

import dev.tributary.runtime.testing.TestDatabases;

class CatalogListPostgresTest extends CatalogListTest {
  CatalogListPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
