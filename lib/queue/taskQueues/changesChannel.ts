/** The channel on which PostgreSQL tells the processes of this product that a task queue was declared. */
export const changesChannel = 'worker_type_designer_task_queues'
